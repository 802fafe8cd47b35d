/** Hands a file to the browser's own way of saving. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser has its own hold on the content by now.
  URL.revokeObjectURL(link.href)
}
