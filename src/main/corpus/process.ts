/** Entry of the utility process: opens one corpus, then answers ports until it is told to close. */
import type { FromCorpus, ToCorpus } from '../corpus-host.ts'
import { RontenError, toErrorPayload } from '../../shared/errors.ts'
import type { Response } from '../../shared/contract.ts'
import { createContext, type BaseContext } from './context.ts'
import { createCorpus, openCorpus, removeCorpus } from './db/corpus.ts'
import { fillWithSample } from './sample.ts'
import { serve } from './serve.ts'

const parent = process.parentPort
const granted = new Map<string, string>()
const ports = new Set<Electron.MessagePortMain>()
let base: BaseContext | null = null

const answer = (message: FromCorpus): void => parent.postMessage(message)

function pathOf(token: string): string {
  const path = granted.get(token)
  if (path === undefined) {
    throw new RontenError('files.notGranted', 'This file was not chosen in this window. Choose it again.')
  }
  return path
}

async function open({ file, mode, sampleFolder }: Extract<ToCorpus, { type: 'open' }>): Promise<void> {
  try {
    if (mode !== 'open') createCorpus(file)
    base = createContext(openCorpus(file), pathOf)
    if (mode === 'sample') await fillWithSample(base, sampleFolder)
    answer({ type: 'opened' })
  } catch (error) {
    base?.corpus.close()
    if (mode === 'sample') removeCorpus(file)
    answer({ type: 'failed', error: toErrorPayload(error) })
  }
}

function connect(port: Electron.MessagePortMain): void {
  if (!base) return
  const announce = (message: Response) => {
    for (const other of ports) if (other !== port) other.postMessage(message)
  }
  const receive = serve(base, port, announce)
  ports.add(port)
  port.on('message', (event) => receive(event.data))
  port.on('close', () => ports.delete(port))
  port.start()
}

parent.on('message', ({ data, ports: [port] }: Electron.MessageEvent) => {
  const message = data as ToCorpus
  if (message.type === 'open') void open(message)
  else if (message.type === 'grant') granted.set(message.token, message.path)
  else if (message.type === 'port' && port) connect(port)
  else if (message.type === 'close') {
    base?.corpus.close()
    process.exit(0)
  }
})
