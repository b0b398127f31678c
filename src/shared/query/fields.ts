/** The fields of the query language, in the order in which people are told about them. */

/**
 * `name`: a name; `code`: a name with optional `=value,value`; `number`: a comparison; `date`: see time/instants.ts;
 * `choice`: one of a few words; `ids`: row ids with commas between; `idsOrName`: those, or a name.
 */
export type FieldKind = 'name' | 'code' | 'number' | 'date' | 'choice' | 'ids' | 'idsOrName'

interface Field {
  kind: FieldKind
  choices?: readonly string[]
}

const table = {
  author: { kind: 'name' },
  topic: { kind: 'name' },
  source: { kind: 'name' },
  snapshot: { kind: 'idsOrName' },
  stance: { kind: 'code' },
  claim: { kind: 'code' },
  code: { kind: 'code' },
  coder: { kind: 'name' },
  coded: { kind: 'choice', choices: ['yes', 'no'] },
  since: { kind: 'date' },
  until: { kind: 'date' },
  reposts: { kind: 'number' },
  likes: { kind: 'number' },
  replies: { kind: 'number' },
  views: { kind: 'number' },
  observations: { kind: 'number' },
  rank: { kind: 'number' },
  lang: { kind: 'name' },
  has: { kind: 'choice', choices: ['url', 'memo', 'hashtag', 'mention', 'coding', 'date'] },
  is: { kind: 'choice', choices: ['reply', 'repost', 'withdrawn', 'cut'] },
  'duplicate-of': { kind: 'ids' },
  import: { kind: 'ids' },
  post: { kind: 'ids' },
} as const satisfies Record<string, Field>

export type FieldName = keyof typeof table
export const fields: Record<FieldName, Field> = table
export const fieldNames = Object.keys(table) as FieldName[]

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(table, name)
}

/** What other tools call our fields. They are suggested, not accepted: one word for one thing. */
export const otherNames: Record<string, FieldName> = {
  from: 'author',
  user: 'author',
  by: 'author',
  retweets: 'reposts',
  rt: 'reposts',
  shares: 'reposts',
  faves: 'likes',
  favorites: 'likes',
  favourites: 'likes',
  comments: 'replies',
  impressions: 'views',
  after: 'since',
  before: 'until',
  language: 'lang',
  file: 'source',
  target: 'stance',
  theme: 'code',
  label: 'code',
  filter: 'has',
  id: 'post',
}
