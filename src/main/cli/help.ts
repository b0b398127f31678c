import type { Command } from './options.ts'

const common = {
  corpus: 'the corpus, a *.ronten file (needed)',
  json: 'print JSON',
  help: 'this text',
}

function optionLines(help: Record<string, string>): string {
  return Object.entries(help)
    .map(([name, text]) => `  --${name.padEnd(12)} ${text}\n`)
    .join('')
}

export function helpOf(command: Command): string {
  return `ronten ${command.usage} --corpus FILE [options]\n\n${command.about}\n\n${optionLines({ ...command.help, ...common })}\nExit: 0 done, 1 failed (the reason is on stderr), 2 wrong usage.\n`
}

export function generalHelp(commands: Record<string, Command>): string {
  const lines = Object.values(commands).map((command) => `  ${command.usage.padEnd(38)} ${command.about}\n`)
  return `ronten COMMAND --corpus FILE [options]\n\n${lines.join('')}\nronten COMMAND --help tells the options of each.\n`
}
