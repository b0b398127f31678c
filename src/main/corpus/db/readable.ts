/** The little of a driver that reading needs: any SQLite binding offers it, so nothing above depends on one. */
export interface ReadableDb {
  prepare(sql: string): {
    all(...params: unknown[]): unknown[]
    get(...params: unknown[]): unknown
  }
}
