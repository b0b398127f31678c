import { join } from 'node:path'
import { fillWithSample } from '../../src/main/corpus/sample.ts'
import { openWorkbench, type Workbench } from './workbench.ts'

/** A workbench with the bundled sample in it. */
export async function openSample(): Promise<Workbench> {
  const bench = openWorkbench()
  await fillWithSample(bench.base, join(import.meta.dirname, '../../resources/sample'))
  return bench
}
