/** Fills a new corpus with the bundled pages, topics, codebook and codings, through the same handlers as everything. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Input, Method, Output } from '../../shared/contract.ts'
import type { BaseContext } from './context.ts'
import { all, run } from './db/sqlite.ts'
import { perform } from './serve.ts'

const topicsFile = z.array(z.object({ name: z.string(), query: z.string(), colour: z.string() }))
const codebookFile = z.object({
  targets: z.array(z.object({ name: z.string(), definition: z.string() })),
  claims: z.array(z.object({ shortName: z.string(), statement: z.string() })),
  themes: z.array(z.object({ name: z.string(), definition: z.string() })),
})
const codingsFile = z.array(
  z.object({
    text: z.string(),
    stance: z.record(z.string(), z.string()).default({}),
    claims: z.record(z.string(), z.string()).default({}),
    themes: z.array(z.string()).default([]),
  }),
)

export async function fillWithSample(base: BaseContext, folder: string): Promise<void> {
  const sample: BaseContext = Object.create(base, {
    pathOf: { value: (path: string) => path },
  }) as BaseContext
  const call = async <M extends Method>(method: M, input: Input<M>) =>
    (await perform(sample, method, input, new AbortController().signal, () => {})).output as Output<M>
  const read = <T>(name: string, schema: z.ZodType<T>): T =>
    schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))

  await call('imports.run', { files: [join(folder, 'pages')] })
  await call('coders.use', { name: 'Sample coder' })
  for (const topic of read('topics.json', topicsFile)) await call('topics.save', { id: null, ...topic })
  const { targets, claims, themes } = read('codebook.json', codebookFile)
  const codeIds = new Map<string, number>()
  for (const each of targets)
    codeIds.set(`target:${each.name}`, (await call('codebook.add', { kind: 'target', ...each })).id)
  for (const { shortName, statement } of claims) {
    codeIds.set(
      `claim:${shortName}`,
      (await call('codebook.add', { kind: 'claim', name: statement, shortName })).id,
    )
  }
  for (const each of themes)
    codeIds.set(`theme:${each.name}`, (await call('codebook.add', { kind: 'theme', ...each })).id)

  const posts = all<{ id: number; text: string }>(base.read, 'SELECT id, text FROM post')
  for (const { text, stance, claims: sides, themes: names } of read('codings.json', codingsFile)) {
    const postId = posts.find((post) => post.text.startsWith(text))?.id
    if (postId === undefined)
      throw new Error(`The sample's codings name a post that its pages do not hold: ${text}`)
    const decisions: [string, string][] = [
      ...Object.entries(stance).map(([target, value]): [string, string] => [`target:${target}`, value]),
      ...Object.entries(sides).map(([claim, value]): [string, string] => [`claim:${claim}`, value]),
      ...names.map((theme): [string, string] => [`theme:${theme}`, 'present']),
    ]
    for (const [code, value] of decisions)
      await call('codings.put', { postId, codeId: codeIds.get(code)!, value })
  }
  // The sample opens untouched: nothing of its making is a deed of the person's, and nobody has said yet who codes.
  await base.withWriter((db) => {
    run(db, 'DELETE FROM command')
    run(db, "DELETE FROM meta WHERE key = 'coder_id'")
  })
  base.coderId = null
}
