/** Every reason for which the trend-page importer skips or doubts something; the interface has a sentence for each. */
export const trendPageReasons = [
  // skipped
  'outside-page',
  'repeated-marker',
  'empty-post',
  // the header
  'no-topic',
  'no-count',
  'no-time',
  'bad-time',
  'no-genders',
  'week-mismatch',
  'weekday-mismatch',
  'span-mismatch',
  // the posts
  'no-posts',
  'no-footer',
  'date-in-text',
  'reposts-in-text',
  'undated-post',
  'unfinished-post',
  'day-not-month',
  'published-after-capture',
] as const

export type TrendPageReason = (typeof trendPageReasons)[number]
