import { useId, type ReactNode } from 'react'
import { useFormat } from '../../ui/index.ts'

export function Section({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  const id = useId()
  const { number } = useFormat()
  return (
    <section className="post-section" aria-labelledby={id}>
      <h3 id={id}>
        {title} {count === undefined ? null : <span className="post-section-count">{number(count)}</span>}
      </h3>
      {children}
    </section>
  )
}
