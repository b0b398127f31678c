import type { Post } from '../../../shared/model.ts'

export type { Observation, Post, PostDetail } from '../../../shared/model.ts'
export type Author = NonNullable<Post['author']>
