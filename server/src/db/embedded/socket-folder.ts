import { once } from 'node:events'
import { readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** What the shortest of the usual systems takes for the path of a socket, without its name. */
const LONGEST = 80
/** Nothing that PostgreSQL's list of folders would read as anything but a path. */
const PLAIN = /^[\w/.-]+$/
const LEFT = '.s.PGSQL.'

/**
 * Where PostgreSQL makes its socket: in the cluster's own folder, which nobody else may enter. Empty
 * where no socket can be there; told to make one nevertheless, it would not start. Nothing runs in
 * the folder: sockets of one that was killed are removed.
 */
export async function socketFolder(folder: string): Promise<string> {
  if (process.platform === 'win32' || folder.length > LONGEST || !PLAIN.test(folder)) return ''
  for (const name of await readdir(folder)) {
    if (name.startsWith(LEFT)) await rm(join(folder, name), { force: true })
  }
  return (await takesSockets(folder)) ? folder : ''
}

/** Folders that another machine shares, or the host of a container, often do not. */
async function takesSockets(folder: string): Promise<boolean> {
  const path = join(folder, '.s.trial')
  await rm(path, { force: true })
  const server = createServer()
  try {
    await once(server.listen(path), 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
