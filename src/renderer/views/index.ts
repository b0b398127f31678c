/** The views, in the order of the rail and of Ctrl/Cmd+1 … 6. A view is a folder whose index exports one component. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import { CodingIcon, CorpusIcon, ExportIcon, NetworkIcon, PostsIcon, TimelineIcon } from '../ui/icons.tsx'

const loaders = {
  corpus: { icon: CorpusIcon, load: () => import('./corpus/index.tsx') },
  posts: { icon: PostsIcon, load: () => import('./posts/index.tsx') },
  timeline: { icon: TimelineIcon, load: () => import('./timeline/index.tsx') },
  network: { icon: NetworkIcon, load: () => import('./network/index.tsx') },
  coding: { icon: CodingIcon, load: () => import('./coding/index.tsx') },
  export: { icon: ExportIcon, load: () => import('./export/index.tsx') },
}

export type ViewId = keyof typeof loaders

interface ViewEntry {
  id: ViewId
  icon: ComponentType
  View: LazyExoticComponent<ComponentType>
}

export const views: ViewEntry[] = (Object.keys(loaders) as ViewId[]).map((id) => ({
  id,
  icon: loaders[id].icon,
  View: lazy(loaders[id].load),
}))
