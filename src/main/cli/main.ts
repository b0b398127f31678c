/** The terminal: the window's own handlers, answered as JSON or as a few lines for people. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { RontenError, toErrorPayload } from '../../shared/errors.ts'
import { createContext } from '../corpus/context.ts'
import { createCorpus, openCorpus, removeCorpus } from '../corpus/db/corpus.ts'
import { perform } from '../corpus/serve.ts'
import { commands } from './commands.ts'
import type { Call, Command } from './options.ts'
import { generalHelp, helpOf } from './help.ts'

/** Wrong usage: exit 2. */
class UsageError extends Error {}

function readArguments(command: Command, args: string[]) {
  try {
    const options = {
      ...command.options,
      corpus: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    } as const
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0])
  }
}

async function runCommand(command: Command, args: string[]): Promise<number> {
  const { values, positionals } = readArguments(command, args)
  if (values.help) {
    process.stdout.write(helpOf(command))
    return 0
  }
  if (!values.corpus) throw new UsageError('--corpus FILE is missing')
  const usage = command.check(values, positionals)
  if (usage) throw new UsageError(usage)
  const isNew = command.creates === true && !existsSync(values.corpus)
  if (isNew) {
    createCorpus(values.corpus)
    process.stderr.write(`Created ${values.corpus}\n`)
  }
  const corpus = openCorpus(values.corpus)
  let done = false
  try {
    // At the terminal the person names paths directly; there is no page to be protected from.
    const base = createContext(corpus, (path) => path)
    const interrupted = new AbortController()
    process.once('SIGINT', () => interrupted.abort())
    const call: Call = async (method, input) =>
      (await perform(base, method, input, interrupted.signal, () => {})).output as never
    const { output, text, exitCode } = await command.run(call, values, positionals)
    process.stdout.write(values.json ? `${JSON.stringify(output, null, 2)}\n` : text)
    done = !exitCode
    return exitCode ?? 0
  } finally {
    corpus.close()
    // A corpus that was made for an import which then brought nothing in was never asked for.
    if (isNew && !done) removeCorpus(values.corpus)
  }
}

async function main(argv: string[]): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === 'help' || name === '--help') {
    process.stdout.write(generalHelp(commands))
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  try {
    if (!command) throw new UsageError(`there is no command “${name}”`)
    return await runCommand(command, rest)
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`ronten: ${error.message}. See: ronten ${command ? `${name} ` : ''}--help\n`)
      return 2
    }
    const { message } = toErrorPayload(error)
    process.stderr.write(`ronten: ${message.replaceAll('\n', ' ')}\n`)
    if (!(error instanceof RontenError) && process.env.RONTEN_DEBUG)
      process.stderr.write(`${(error as Error).stack}\n`)
    return 1
  }
}

// A reader that has seen enough (`| head`) is no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await main(process.argv.slice(2))
