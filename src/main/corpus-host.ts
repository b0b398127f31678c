import { join } from 'node:path'
import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron'
import { sampleFolder } from './resources.ts'
import { RontenError, type ErrorPayload } from '../shared/errors.ts'

/** `sample`: create it and fill it from the bundled pages. */
export type OpenMode = 'open' | 'create' | 'sample'

/** Messages between shell and corpus process; requests of the page take the port and never pass here. */
export type ToCorpus =
  | { type: 'open'; file: string; mode: OpenMode; sampleFolder: string }
  | { type: 'port' }
  | { type: 'grant'; token: string; path: string }
  | { type: 'close' }
export type FromCorpus = { type: 'opened' } | { type: 'failed'; error: ErrorPayload } | { type: 'closed' }

/** One utility process a corpus: the only owner of its SQLite connections. */
export class CorpusHost {
  readonly file: string
  private readonly child: UtilityProcess
  private gone = false

  private constructor(file: string, child: UtilityProcess) {
    this.file = file
    this.child = child
    child.once('exit', () => (this.gone = true))
  }

  /** Resolves once the corpus is open; rejects with the reason that a person can read. */
  static open(file: string, mode: OpenMode, onLost: () => void): Promise<CorpusHost> {
    const child = utilityProcess.fork(join(import.meta.dirname, 'corpus.cjs'), [], {
      serviceName: 'Ronten corpus',
    })
    const host = new CorpusHost(file, child)
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => {
        host.gone = true
        child.kill()
        reject(error)
      }
      const lostWhileOpening = () =>
        fail(
          new RontenError(
            'corpus.processLost',
            'The corpus process ended while the corpus was being opened. The file was not changed; try again.',
          ),
        )
      child.once('exit', lostWhileOpening)
      child.once('message', (message: FromCorpus) => {
        child.off('exit', lostWhileOpening)
        if (message.type === 'opened') {
          child.once('exit', () => host.closing || onLost())
          resolve(host)
        } else if (message.type === 'failed') {
          fail(new RontenError(message.error.code, message.error.message, message.error.details))
        }
      })
      host.send({ type: 'open', file, mode, sampleFolder: sampleFolder() })
    })
  }

  private closing = false

  private send(message: ToCorpus, ports: Electron.MessagePortMain[] = []): void {
    if (!this.gone) this.child.postMessage(message, ports)
  }

  grant(token: string, path: string): void {
    this.send({ type: 'grant', token, path })
  }

  /** Gives the page a fresh port; the corpus process serves it until the page is gone. */
  connect(page: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    this.send({ type: 'port' }, [port1])
    page.postMessage('corpus-port', null, [port2])
  }

  /** Waits until SQLite has let go of the file; a process that does not answer is ended, which SQLite survives. */
  close(): Promise<void> {
    this.closing = true
    if (this.gone) return Promise.resolve()
    return new Promise((resolve) => {
      const patience = setTimeout(() => this.child.kill(), 5_000)
      this.child.once('exit', () => {
        clearTimeout(patience)
        resolve()
      })
      this.send({ type: 'close' })
    })
  }
}
