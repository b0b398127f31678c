/**
 * The page's end of the port to the corpus process. One port at a time: a new one takes the place of the old when another
 * corpus opens, and whatever the old one still owed is refused.
 */
import type { Input, Method, Noun, Output, Progress, Request, Response } from '../../shared/contract.ts'
import { RontenError } from '../../shared/errors.ts'

export interface CallOptions {
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
}

interface Waiting {
  resolve: (output: unknown) => void
  reject: (error: RontenError) => void
  onProgress: ((progress: Progress) => void) | undefined
  settle: () => void
}

/** Tells the listeners of one kind of news. */
function broadcaster<T>() {
  const listeners = new Set<(news: T) => void>()
  return {
    tell: (news: T) => listeners.forEach((listener) => listener(news)),
    listen(listener: (news: T) => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export class CorpusClient {
  private port: MessagePort | null = null
  private nextId = 1
  private readonly waiting = new Map<number, Waiting>()
  private readonly touchedNews = broadcaster<readonly Noun[]>()
  private readonly portNews = broadcaster<boolean>()

  /** Hears which nouns of the corpus have changed, by a call of this page or in another way. */
  readonly onTouched = this.touchedNews.listen
  /** Hears `true` when a corpus has been opened in this window (again), `false` when it has been closed. */
  readonly onPort = this.portNews.listen

  connect(port: MessagePort): void {
    this.drop()
    this.port = port
    port.addEventListener('message', (event) => this.receive(event.data as Response))
    port.start()
    this.portNews.tell(true)
  }

  disconnect(): void {
    this.drop()
    this.portNews.tell(false)
  }

  call<M extends Method>(method: M, input: Input<M>, options: CallOptions = {}): Promise<Output<M>> {
    const { port } = this
    const { signal, onProgress } = options
    if (!port) return Promise.reject(closedError())
    if (signal?.aborted) return Promise.reject(cancelledError())
    const id = this.nextId++
    return new Promise<unknown>((resolve, reject) => {
      const cancel = () => this.send(port, { type: 'cancel', id })
      signal?.addEventListener('abort', cancel, { once: true })
      const settle = () => signal?.removeEventListener('abort', cancel)
      this.waiting.set(id, { resolve, reject, onProgress, settle })
      this.send(port, { type: 'call', id, method, input })
    }) as Promise<Output<M>>
  }

  private send(port: MessagePort, message: Request): void {
    if (port === this.port) port.postMessage(message)
  }

  private receive(message: Response): void {
    if (message.type === 'touched') return this.touchedNews.tell(message.touched)
    const waiting = this.waiting.get(message.id)
    if (!waiting) return
    if (message.type === 'progress') return waiting.onProgress?.(message.progress)
    this.waiting.delete(message.id)
    waiting.settle()
    if (message.type === 'error') {
      const { code, message: words, details } = message.error
      return waiting.reject(new RontenError(code, words, details))
    }
    waiting.resolve(message.output)
    if (message.touched.length) this.touchedNews.tell(message.touched)
  }

  private drop(): void {
    this.port?.close()
    this.port = null
    const owed = [...this.waiting.values()]
    this.waiting.clear()
    for (const { settle, reject } of owed) {
      settle()
      reject(closedError())
    }
  }
}

function closedError(): RontenError {
  return new RontenError('corpus.closed', 'The corpus was closed before it could answer.')
}

function cancelledError(): RontenError {
  return new RontenError('job.cancelled', 'Cancelled. The corpus is as it was before.')
}

/** The client of this window. */
export const corpus = new CorpusClient()

/** The preload posts the port; messages from anywhere else are not its. */
export function listenForPort(target: Window, client: CorpusClient): void {
  target.addEventListener('message', (event: MessageEvent<{ type?: unknown }>) => {
    if (event.source !== target) return
    if (event.data?.type === 'ronten:port' && event.ports[0]) client.connect(event.ports[0])
    else if (event.data?.type === 'ronten:closed') client.disconnect()
  })
}

/** One question to the corpus process. Rejects with a RontenError. */
export function call<M extends Method>(method: M, input: Input<M>, signal?: AbortSignal): Promise<Output<M>> {
  return corpus.call(method, input, signal ? { signal } : {})
}
