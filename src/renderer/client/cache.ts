/** The one cache of what SQLite says. Entries hold until a call says that it touched their nouns. */
import { QueryClient } from '@tanstack/react-query'
import { isTouched } from './dependencies.ts'
import type { CorpusClient } from './port.ts'

export function createCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 120_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // There is no network here: by default react-query would hold its questions back while the machine is offline.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

export function followCorpus(cache: QueryClient, client: CorpusClient): void {
  client.onTouched((touched) => {
    void cache.invalidateQueries({ predicate: ({ queryKey }) => isTouched(queryKey[0], touched) })
  })
  client.onPort(() => {
    cache.removeQueries({ predicate: ({ queryKey }) => !String(queryKey[0]).startsWith('shell.') })
    void cache.invalidateQueries({ queryKey: ['shell.state'] })
  })
}
