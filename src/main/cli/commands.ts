import type { Input, Method, Output } from '../../shared/contract.ts'
import { resolve } from 'node:path'

export type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>
export type Values = Record<string, string | boolean | undefined>

export interface Result {
  output: unknown
  text: string
  exitCode?: number
}

export interface Command {
  /** Shown by `--help`: what it takes, what it does. */
  usage: string
  about: string
  options: Record<string, { type: 'string' | 'boolean' }>
  /** Help of each option. */
  help: Record<string, string>
  /** Makes the corpus where there is none. */
  creates?: boolean
  /** What is wrong with the words of the call, or null. */
  check(values: Values, positionals: string[]): string | null
  run(call: Call, values: Values, positionals: string[]): Promise<Result>
}

const string = { type: 'string' } as const
const systemZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const filterOptions = { query: string, 'time-zone': string }
const filterHelp = {
  query: 'filter in the query language, e.g. "日米同盟 -#tag since:2025-12"; without it, everything',
  'time-zone': 'time zone of dates and buckets, e.g. Asia/Tokyo; without it, that of the corpus',
}

async function filterOf(call: Call, values: Values) {
  const timeZone =
    (values['time-zone'] as string | undefined) ?? (await call('corpus.info', {})).timeZone ?? systemZone()
  return { query: (values.query as string | undefined) ?? '', timeZone }
}

function noPositionals(_values: Values, positionals: string[]): string | null {
  return positionals.length ? `“${positionals[0]}” is one word too many` : null
}

function badChoice(values: Values, name: string, choices: readonly string[]): string | null {
  const value = values[name]
  return value === undefined || choices.includes(String(value))
    ? null
    : `--${name} must be one of ${choices.join(', ')}`
}

function badNumber(values: Values, name: string): string | null {
  const value = values[name]
  return value === undefined || /^\d{1,9}$/.test(String(value)) ? null : `--${name} must be a whole number`
}

const firstOf = (...problems: (string | null)[]): string | null =>
  problems.find((each) => each !== null) ?? null

const numberOf = (values: Values, name: string, otherwise: number): number =>
  values[name] === undefined ? otherwise : Number(values[name])

/** Drops what was not given, so that the contract's own defaults hold. */
function given<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}

const importCommand: Command = {
  usage: 'import PATH…',
  about:
    'Imports files and folders. Makes the corpus if there is none. Files that are already in change nothing.',
  options: { format: string, encoding: string, 'time-zone': string },
  help: {
    format: 'id of the importer; without it, recognised by itself',
    encoding: 'e.g. shift_jis; without it, detected',
    'time-zone': 'zone of times that name none',
  },
  creates: true,
  check: (_values, positionals) => (positionals.length ? null : 'name at least one file or folder'),
  async run(call, values, positionals) {
    const { importId, files } = await call(
      'imports.run',
      given({
        files: positionals.map((path) => resolve(path)),
        format: values.format as string | undefined,
        encoding: values.encoding as string | undefined,
        timeZone: values['time-zone'] as string | undefined,
      }),
    )
    const imports = files.map((file) => ({
      id: file.status === 'imported' ? importId : null,
      file: file.name,
      status: file.status,
      sha256: file.sha256,
      format: file.format,
      encoding: file.encoding,
      snapshots: file.snapshots,
      postsNew: file.postsNew,
      postsSeen: file.postsSeen,
      observations: file.observations,
      skipped: file.skipped,
      warnings: file.warnings,
      problem: file.problem?.message ?? null,
    }))
    const text = imports.map(
      (each) =>
        `${each.file}: ${each.problem ?? (each.status === 'known' ? 'already in the corpus, nothing changed' : `${each.snapshots} snapshots, ${each.postsNew} new posts, ${each.postsSeen} seen before, ${each.skipped.length} lines skipped`)}\n`,
    )
    const unread = imports.filter((each) => each.status === 'unreadable')
    if (unread.length === imports.length) process.stderr.write(`ronten: ${unread[0]!.problem}\n`)
    return { output: { imports }, text: text.join(''), exitCode: unread.length === imports.length ? 1 : 0 }
  },
}

const snapshots: Command = {
  usage: 'snapshots',
  about: 'Lists the snapshots (captures of pages), by time.',
  options: {},
  help: {},
  check: noPositionals,
  async run(call) {
    const list = await call('snapshots.list', {})
    const text = list.map(
      (each) =>
        `${each.id}\t${each.capturedAt ?? '–'} ${each.timeZone}\t${each.span ?? '–'}\t${each.topic ?? '–'}\t${each.observations} posts\n`,
    )
    return { output: list, text: text.join('') }
  },
}

const posts: Command = {
  usage: 'posts',
  about: 'Lists posts with their observations and codings.',
  options: { ...filterOptions, limit: string, sort: string },
  help: { ...filterHelp, limit: 'how many (50)', sort: 'newest, oldest, reposts or relevance' },
  check: (values, positionals) =>
    firstOf(
      noPositionals(values, positionals),
      badChoice(values, 'sort', ['newest', 'oldest', 'reposts', 'relevance']),
      badNumber(values, 'limit'),
    ),
  async run(call, values) {
    const filter = await filterOf(call, values)
    const page = await call('posts.list', {
      ...filter,
      ...given({ sort: values.sort as 'newest' | undefined }),
      limit: numberOf(values, 'limit', 50),
    })
    const details = await Promise.all(page.posts.map(({ id }) => call('posts.get', { id })))
    const text = page.posts.map(
      (post) =>
        `${post.id}\t${post.publishedAt ?? '–'}\t${post.reposts ?? '–'} RP\t${post.text.replaceAll(/\s+/g, ' ').slice(0, 100)}\n`,
    )
    return {
      output: { total: page.total, posts: details },
      text: `${text.join('')}${page.posts.length} of ${page.total} posts\n`,
    }
  },
}

const timeline: Command = {
  usage: 'timeline --by hour|day|week|month',
  about:
    'Counts posts, reposts or shares over time. A bucket that no snapshot speaks for is a gap (covered: false), not a zero.',
  options: { ...filterOptions, by: string, series: string, measure: string },
  help: {
    ...filterHelp,
    by: 'hour, day, week or month',
    series: 'none, stance:TARGET, claim, claim:C1, topic, hashtag or source',
    measure: 'posts, reposts or share',
  },
  check: (values, positionals) =>
    firstOf(
      noPositionals(values, positionals),
      values.by === undefined ? '--by is missing' : badChoice(values, 'by', ['hour', 'day', 'week', 'month']),
      badChoice(values, 'measure', ['posts', 'reposts', 'share']),
    ),
  async run(call, values) {
    const filter = await filterOf(call, values)
    const result = await call('timeline.get', {
      ...filter,
      by: values.by as 'day',
      ...given({
        series: values.series as string | undefined,
        measure: values.measure as 'posts' | undefined,
      }),
    })
    const head = ['start', ...result.series.map((each) => each.label)].join('\t')
    const lines = result.buckets.map((bucket) =>
      [
        bucket.start,
        ...result.series.map(({ key }) => bucket.values[key] ?? (bucket.covered ? '' : '(gap)')),
      ].join('\t'),
    )
    return { output: result, text: `${[head, ...lines].join('\n')}\n` }
  },
}

const network: Command = {
  usage: 'network --nodes hashtags|topics',
  about: 'Computes the co-occurrence network of hashtags or topics in posts.',
  options: {
    ...filterOptions,
    nodes: string,
    measure: string,
    'min-node': string,
    'min-edge': string,
    top: string,
    seed: string,
  },
  help: {
    ...filterHelp,
    nodes: 'hashtags or topics',
    measure: 'count or jaccard',
    'min-node': 'fewest posts of a node (1)',
    'min-edge': 'fewest posts of an edge (1)',
    top: 'strongest edges, ties kept (200)',
    seed: 'seed of the communities (1)',
  },
  check: (values, positionals) =>
    firstOf(
      noPositionals(values, positionals),
      values.nodes === undefined ? '--nodes is missing' : badChoice(values, 'nodes', ['hashtags', 'topics']),
      badChoice(values, 'measure', ['count', 'jaccard']),
      ...['min-node', 'min-edge', 'top', 'seed'].map((name) => badNumber(values, name)),
    ),
  async run(call, values) {
    const filter = await filterOf(call, values)
    const result = await call('network.get', {
      ...filter,
      nodes: values.nodes as 'hashtags',
      ...given({ measure: values.measure as 'count' | undefined }),
      minNode: numberOf(values, 'min-node', 1),
      minEdge: numberOf(values, 'min-edge', 1),
      top: numberOf(values, 'top', 200),
      seed: numberOf(values, 'seed', 1),
    })
    const labels = new Map(result.nodes.map(({ id, label }) => [id, label]))
    const lines = result.edges.map(
      (edge) =>
        `${labels.get(edge.source)}\t${labels.get(edge.target)}\t${edge.count}\t${Number(edge.weight.toFixed(4))}\n`,
    )
    return {
      output: result,
      text: `${lines.join('')}${result.nodes.length} nodes, ${result.edges.length} edges, ${result.unitCount} units\n`,
    }
  },
}

const exportCommand: Command = {
  usage: 'export --format csv --out PATH',
  about: 'Writes PATH-codings.csv, PATH-observations.csv and PATH-dictionary.csv, all of them or none.',
  options: { ...filterOptions, format: string, out: string, 'no-bom': { type: 'boolean' } },
  help: { ...filterHelp, format: 'csv', out: 'where to', 'no-bom': 'without a byte-order mark' },
  check: (values, positionals) =>
    firstOf(
      noPositionals(values, positionals),
      values.out === undefined ? '--out is missing' : null,
      values.format === undefined ? '--format is missing' : badChoice(values, 'format', ['csv']),
    ),
  async run(call, values) {
    const filter = await filterOf(call, values)
    const result = await call('export.run', {
      ...filter,
      format: 'csv',
      destination: resolve(String(values.out)),
      bom: values['no-bom'] !== true,
    })
    return { output: result, text: result.files.map((file) => `${file.path}: ${file.rows} rows\n`).join('') }
  },
}

const check: Command = {
  usage: 'check',
  about: 'Checks integrity, references, the full-text index and derived columns. Exit 1 with what is wrong.',
  options: {},
  help: {},
  check: noPositionals,
  async run(call) {
    const result = await call('corpus.check', {})
    const text = result.ok ? 'The corpus is sound.\n' : ''
    for (const problem of result.problems)
      process.stderr.write(`ronten: ${problem.check}: ${problem.message}\n`)
    return { output: result, text, exitCode: result.ok ? 0 : 1 }
  },
}

export const commands: Record<string, Command> = {
  import: importCommand,
  snapshots,
  posts,
  timeline,
  network,
  export: exportCommand,
  check,
}
