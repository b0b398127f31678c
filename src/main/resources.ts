import { join } from 'node:path'
import { app } from 'electron'

/** From a checkout and from a packaged app alike. */
export const sampleFolder = (): string => join(app.getAppPath(), 'resources', 'sample')
