import { z } from 'zod'

/** What crosses a border when something went wrong: for the person who reads it, never a stack. */
export const errorPayload = z.object({
  /** Stable, dotted: `import.notATrendPage`. The interface translates by it. */
  code: z.string(),
  /** English sentence: what is wrong, where, and what to do. */
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
})
export type ErrorPayload = z.infer<typeof errorPayload>
export type ErrorDetails = ErrorPayload['details']

/** An error that was foreseen and has a sentence for the person. Everything else is a fault of ours. */
export class RontenError extends Error {
  readonly code: string
  readonly details: ErrorDetails

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = 'RontenError'
    this.code = code
    this.details = details
  }
}

export function toErrorPayload(error: unknown): ErrorPayload {
  if (error instanceof RontenError) {
    return { code: error.code, message: error.message, details: error.details }
  }
  const reason = error instanceof Error ? error.message : String(error)
  return {
    code: 'internal',
    message: `Something went wrong inside Ronten: ${reason}. Nothing was changed; please report it.`,
    details: { reason },
  }
}
