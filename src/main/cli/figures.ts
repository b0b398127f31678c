/** Commands that answer what the figures of the window show. */
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

export const timeline: Command = {
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

export const network: Command = {
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
