/** Hands a file to the person through the system's save dialog: for pictures of charts. Datasets go through export.run. */
function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export function downloadText(name: string, text: string, type: string): void {
  download(name, new Blob([text], { type }))
}

/** `data:image/png;base64,…`, as a chart gives it. */
export function downloadDataUrl(name: string, url: string): void {
  const [head = '', body = ''] = url.split(',')
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))
  download(name, new Blob([bytes], { type: /^data:([^;]+)/.exec(head)?.[1] ?? '' }))
}
