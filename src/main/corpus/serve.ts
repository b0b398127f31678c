/** Answers the messages of one port: parses, runs, reports progress, cancels. The same for a window and a test. */
import { z } from 'zod'
import { methods, type Method, type Progress, type Request, type Response } from '../../shared/contract.ts'
import { RontenError, toErrorPayload } from '../../shared/errors.ts'
import type { BaseContext, Context } from './context.ts'
import { handlers } from './handlers.ts'

export interface Port {
  postMessage(message: Response): void
}

/** At most this many reports a second cross the port. */
const progressIntervalMs = 100

const request = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: z.number().int(), method: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('cancel'), id: z.number().int() }),
])

function throttle(send: (progress: Progress) => void): (progress: Progress) => void {
  let last = -Infinity
  return (progress) => {
    const now = performance.now()
    if (now - last < progressIntervalMs && progress.done !== progress.total) return
    last = now
    send(progress)
  }
}

function busy(): RontenError {
  const message =
    'Another program or terminal is writing to this corpus. Nothing was changed; try again when it is done.'
  return new RontenError('corpus.busy', message)
}

/** Runs one method as every caller does: input parsed at the border, defaults filled in. */
export async function perform(
  base: BaseContext,
  method: string,
  input: unknown,
  signal: AbortSignal,
  progress: (p: Progress) => void,
) {
  if (!Object.hasOwn(methods, method))
    throw new RontenError('contract.unknownMethod', `There is no method “${method}”.`, { method })
  const name = method as Method
  const parsed = methods[name].input.safeParse(input)
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
    throw new RontenError(
      'contract.badInput',
      `${method} was asked with something it cannot read (${where}).`,
      { method, where },
    )
  }
  const context: Context = Object.create(base, {
    signal: { value: signal },
    progress: { value: throttle(progress) },
    coderId: { get: () => base.coderId },
  }) as Context
  const handler = handlers[name] as (context: Context, input: unknown) => unknown
  try {
    return { output: await handler(context, parsed.data), touched: methods[name].touches }
  } catch (error) {
    throw (error as { code?: string }).code === 'SQLITE_BUSY' ? busy() : error
  }
}

/** `announce` tells the corpus's other ports what a call on this one touched. */
export function serve(
  base: BaseContext,
  port: Port,
  announce: (touched: Response) => void,
): (message: unknown) => void {
  const running = new Map<number, AbortController>()
  return (message) => {
    const parsed = request.safeParse(message)
    if (!parsed.success) return
    const asked = parsed.data as Request
    if (asked.type === 'cancel') {
      running.get(asked.id)?.abort()
      return
    }
    const { id } = asked
    const control = new AbortController()
    running.set(id, control)
    perform(base, asked.method, asked.input, control.signal, (progress) =>
      port.postMessage({ type: 'progress', id, progress }),
    )
      .then(({ output, touched }) => {
        port.postMessage({ type: 'result', id, output, touched })
        if (touched.length) announce({ type: 'touched', touched })
      })
      .catch((error: unknown) => port.postMessage({ type: 'error', id, error: toErrorPayload(error) }))
      .finally(() => running.delete(id))
  }
}
