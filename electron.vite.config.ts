import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/** Migrations stay plain SQL files beside the bundle: they are read, hashed and run, never rewritten. */
const copyMigrations: Plugin = {
  name: 'copy-migrations',
  writeBundle() {
    cpSync('src/main/corpus/db/migrations', 'out/main/migrations', { recursive: true })
  },
}

// Main, preload and corpus are CommonJS for Node 18 and the page is for Chrome 114, because tests also run on an older
// Electron than the one that users get (README, "What was tested on what").
const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' } as const

export default defineConfig({
  main: {
    plugins: [copyMigrations],
    define: { 'import.meta.dirname': '__dirname' },
    build: {
      target: 'node18',
      outDir: 'out/main',
      // Many packages are ES modules only, which the stand-in Electron cannot require: all but the native one go in.
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron', 'better-sqlite3'],
        input: { index: resolve('src/main/index.ts'), corpus: resolve('src/main/corpus/process.ts') },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      outDir: 'out/preload',
      rollupOptions: { input: { index: resolve('src/preload/index.ts') }, output: commonJs },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: 'chrome114',
      outDir: 'out/renderer',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2_000,
      rollupOptions: { input: resolve('src/renderer/index.html') },
    },
  },
})
