/** Every command of the terminal: its words, its help, and the handlers it asks. */
import { resolve } from 'node:path'
import { network, timeline } from './figures.ts'
import {
  badChoice,
  badNumber,
  type Command,
  filterHelp,
  filterOf,
  filterOptions,
  firstOf,
  given,
  noPositionals,
  numberOf,
  string,
} from './options.ts'

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

const exportCommand: Command = {
  usage: 'export --format csv --out PATH',
  about: 'Writes PATH-codings.csv, PATH-observations.csv and PATH-dictionary.csv, all of them or none.',
  options: {
    ...filterOptions,
    format: string,
    out: string,
    'no-bom': { type: 'boolean' },
    overwrite: { type: 'boolean' },
  },
  help: {
    ...filterHelp,
    format: 'csv',
    out: 'where to',
    'no-bom': 'without a byte-order mark',
    overwrite: 'replace files of the same names',
  },
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
      overwrite: values.overwrite === true,
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
