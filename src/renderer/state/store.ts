/** What the person is doing in this window. Nothing in here comes from SQLite, and nothing of it goes there. */
import { create } from 'zustand'
import type { BucketSize, Input, Parsed, TimelineMeasure } from '../../shared/contract.ts'
import type { GrantedFile, Settings } from '../../shared/shell.ts'
import type { ViewId } from '../views/index.ts'

export type SortOrder = NonNullable<Input<'posts.list'>['sort']>

export interface TimelineSettings {
  /** `null`: the unit that fits the time the corpus spans. */
  by: BucketSize | null
  measure: TimelineMeasure
  /** `none`, `stance:TARGET`, `claim`, `claim:C1`, `topic`, `hashtag`, `source`. */
  series: string
}
export type NetworkSettings = Pick<
  Parsed<'network.get'>,
  'nodes' | 'measure' | 'minNode' | 'minEdge' | 'top' | 'seed'
>

export interface WorkState {
  /** True between the port of a corpus and its closing. */
  corpusOpen: boolean
  view: ViewId
  /** Query language; the last text that could be read. What is being typed stays in the filter bar. */
  filter: string
  /** Filters before this one, newest first, without repeats. */
  filterHistory: string[]
  /** `null`: the corpus's own. */
  timeZone: string | null
  sort: SortOrder
  selectedPost: number | null
  /** Pinned: the inspector stays open with nothing selected. */
  inspectorPinned: boolean
  timeline: TimelineSettings
  network: NetworkSettings
  settings: Settings
  systemLanguage: 'en' | 'ja'
  /** Files dropped or named by the menu, waiting for the import panel. An empty list asks to open the panel. */
  pendingImport: GrantedFile[] | null
}

/** What a corpus starts with; opening another one starts anew. */
const fresh = {
  view: 'corpus',
  filter: '',
  filterHistory: [],
  timeZone: null,
  sort: 'newest',
  selectedPost: null,
  timeline: { by: null, measure: 'posts', series: 'none' },
  network: { nodes: 'hashtags', measure: 'jaccard', minNode: 1, minEdge: 1, top: 60, seed: 1 },
  pendingImport: null,
} satisfies Partial<WorkState>

export const useWork = create<WorkState>(() => ({
  ...fresh,
  corpusOpen: false,
  inspectorPinned: false,
  settings: { theme: 'system', language: 'system' },
  systemLanguage: 'en',
}))

const set = useWork.setState
const mostHistory = 50

/** Every change that a view may make, callable from anywhere. */
export const work = {
  corpusOpened: () => set({ ...fresh, corpusOpen: true }),
  corpusClosed: () => set({ ...fresh, corpusOpen: false }),
  show: (view: ViewId) => set({ view }),
  /** Takes the place of the filter; the old one goes into the history. */
  filterBy: (filter: string) =>
    set((state) => (state.filter === filter ? state : { filter, filterHistory: remembered(state) })),
  /** The filter before this one; `false` where there is none. */
  filterBack(): boolean {
    const [last, ...rest] = useWork.getState().filterHistory
    if (last !== undefined) set({ filter: last, filterHistory: rest })
    return last !== undefined
  },
  /** From a chart to its posts. */
  openPosts(filter: string) {
    work.filterBy(filter)
    set({ view: 'posts', selectedPost: null })
  },
  setTimeZone: (timeZone: string | null) => set({ timeZone }),
  sortBy: (sort: SortOrder) => set({ sort }),
  select: (selectedPost: number | null) => set({ selectedPost }),
  pinInspector: (inspectorPinned: boolean) => set({ inspectorPinned }),
  setTimeline: (patch: Partial<TimelineSettings>) =>
    set(({ timeline }) => ({ timeline: { ...timeline, ...patch } })),
  setNetwork: (patch: Partial<NetworkSettings>) =>
    set(({ network }) => ({ network: { ...network, ...patch } })),
  settingsChanged: (settings: Settings) => set({ settings }),
  systemLanguageIs: (systemLanguage: 'en' | 'ja') => set({ systemLanguage }),
  /** Opens the corpus view's import panel, with files where there are any. */
  startImport: (files: GrantedFile[] = []) => set({ view: 'corpus', pendingImport: files }),
  /** The import panel takes the waiting files. */
  takePendingImport(): GrantedFile[] | null {
    const { pendingImport } = useWork.getState()
    if (pendingImport) set({ pendingImport: null })
    return pendingImport
  },
}

function remembered({ filter, filterHistory }: WorkState): string[] {
  return [filter, ...filterHistory.filter((each) => each !== filter)].slice(0, mostHistory)
}
