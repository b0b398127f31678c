/** Short notes at the foot of the window: what was done, with the way back, or what went wrong. */
import { create } from 'zustand'
import type { ErrorPayload } from '../../shared/errors.ts'

export interface Toast {
  id: number
  /** Text as people read it (already translated), or an error, translated where it is shown. */
  message?: string
  error?: ErrorPayload
  /** Offers to undo the last deed. */
  undo?: boolean
  action?: { label: string; run: () => void }
}

export const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }))

const most = 3
let nextId = 1

export function showToast(toast: Omit<Toast, 'id'>): void {
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, { ...toast, id: nextId++ }].slice(-most) }))
}

export function showError(error: ErrorPayload): void {
  if (error.code !== 'job.cancelled') showToast({ error })
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}
