import type { ReactNode } from 'react'

export interface Column<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** Right-aligned, tabular figures. */
  numeric?: boolean
  /** Names the row for screen readers; the first column unless one says so. */
  rowHeader?: boolean
}

interface DataTableProps<Row> {
  /** What the numbers are, with units. */
  caption: ReactNode
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row, index: number) => string | number
  isSelected?: (row: Row) => boolean
}

/** A plain table; also the table view of a chart's numbers. For many rows see VirtualList. */
export function DataTable<Row>({ caption, columns, rows, rowKey, isSelected }: DataTableProps<Row>) {
  const header = columns.find((column) => column.rowHeader) ?? columns[0]
  const align = (column: Column<Row>) => (column.numeric ? 'num' : undefined)
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-wrap" tabIndex={0} role="region" aria-label={String(caption)}>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={align(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} aria-selected={isSelected?.(row) || undefined}>
              {columns.map((column) =>
                column === header ? (
                  <th key={column.id} scope="row" className={align(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={align(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
