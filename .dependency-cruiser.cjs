// Who may import whom. The allowed edges are written once in ROOMS; everything else is refused.
/** @type {Record<string, string[]>} */
const ROOMS = {
  'packages/domain': [],
  'packages/messages': ['packages/domain'],
  'packages/protocol': ['packages/domain'],
  'packages/sync': ['packages/domain', 'packages/protocol'],
  'packages/ui': ['packages/domain', 'packages/messages'],
  'apps/kiosk': [
    'packages/domain',
    'packages/protocol',
    'packages/sync',
    'packages/ui',
    'packages/messages',
  ],
  'apps/console': ['packages/domain', 'packages/protocol', 'packages/ui', 'packages/messages'],
  server: ['packages/domain', 'packages/protocol', 'packages/messages'],
  scripts: ['packages/domain', 'packages/protocol', 'server', 'e2e'],
  e2e: ['packages', 'apps', 'server', 'scripts'],
}

/** npm packages a room may use; a room not listed may use any. */
const PACKAGES = {
  'packages/domain': ['vitest', 'fast-check'],
  'packages/messages': ['vitest'],
  'packages/protocol': ['zod', 'vitest', 'fast-check'],
  'packages/sync': ['vitest', 'fast-check'],
}

const escape = (text) => text.replaceAll('/', '\\/')

const rooms = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `room-${room.replace('/', '-')}`,
  severity: 'error',
  comment: `${room} may import only: ${allowed.join(', ') || 'nothing'}`,
  from: { path: `^${escape(room)}/` },
  to: {
    path: '^(packages|apps|server|e2e|scripts)/',
    pathNot: [room, ...allowed].map((name) => `^${escape(name)}/`),
  },
}))

const shelves = Object.entries(PACKAGES).map(([room, names]) => ({
  name: `shelf-${room.replace('/', '-')}`,
  severity: 'error',
  comment: `${room} may use only: ${names.join(', ')}`,
  // Tests may use what the runtime brings.
  from: { path: `^${escape(room)}/`, pathNot: '\\.test\\.ts$' },
  to: {
    dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'],
    pathNot: names.map((name) => `node_modules/${escape(name)}(/|$)`),
  },
}))

module.exports = {
  forbidden: [
    ...rooms,
    ...shelves,
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'by-name-only',
      comment: 'Other packages are imported by their name, never by a path into their files.',
      severity: 'error',
      from: { path: '^(packages|apps|server)/([^/]+)/' },
      to: {
        dependencyTypes: ['local'],
        path: '^(packages|apps)/',
        pathNot: '^$1/$2/',
      },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?url$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'browser'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
