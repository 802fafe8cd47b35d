import type { ReactNode } from 'react'
import styles from './illustration.module.css'

const paper = styles['paper']
const brand = styles['brand']
const soft = styles['soft']
const full = styles['full']

/** The slip that every picture stands on: torn below, a dotted line across. */
function Slip({ children }: { readonly children?: ReactNode }) {
  return (
    <>
      <path
        className={paper}
        d="M48 16h64a6 6 0 0 1 6 6v76l-5-4-5 4-5-4-5 4-5-4-5 4-4-4-5 4-5-4-5 4-5-4-5 4-5-4-5 4-6-4V22a6 6 0 0 1 6-6Z"
      />
      <path className={soft} d="M50 76h60" strokeDasharray="0.1 6" />
      {children}
    </>
  )
}

const PICTURES = {
  empty: (
    <Slip>
      <path className={soft} d="M58 34h28M58 46h40M58 58h20" />
      <path className={brand} d="m86 60 5 5 10-11" />
    </Slip>
  ),
  camera: (
    <Slip>
      <path
        className={paper}
        d="M62 38h8l4-6h12l4 6h8a4 4 0 0 1 4 4v20a4 4 0 0 1-4 4H62a4 4 0 0 1-4-4V42a4 4 0 0 1 4-4Z"
      />
      <circle cx="80" cy="51" r="8" />
      <path className={brand} d="m58 28 44 42" />
    </Slip>
  ),
  storage: (
    <Slip>
      <ellipse className={paper} cx="80" cy="35" rx="19" ry="6" />
      <path d="M61 35v24c0 3.300 8.500 6 19 6s19-2.700 19-6V35" />
      <path d="M61 47c0 3.300 8.500 6 19 6s19-2.700 19-6" />
      <circle className={full} cx="101" cy="66" r="9" />
      <path className={paper} d="M101 61.500v5M101 70v.200" fill="none" stroke="var(--on-brand)" />
    </Slip>
  ),
  clock: (
    <Slip>
      <circle className={paper} cx="80" cy="48" r="20" />
      <path d="M80 36v12l8 5" />
      <path className={brand} d="M104 34a28 28 0 0 1 2 22m0 0 5-5m-5 5-6-3.500" />
    </Slip>
  ),
  revoked: (
    <Slip>
      <rect className={paper} height="40" rx="4" width="30" x="65" y="27" />
      <path d="M77 61h6" />
      <circle className={brand} cx="80" cy="45" r="8" />
      <path className={brand} d="m74.500 50.500 11-11" />
    </Slip>
  ),
  update: (
    <Slip>
      <path d="M64 46a17 17 0 0 1 30-9m2 13a17 17 0 0 1-30 9" />
      <path className={brand} d="M95 28v10H85M65 68V58h10" />
    </Slip>
  ),
  offline: (
    <Slip>
      <path d="M60 44a30 30 0 0 1 40 0M67 52a20 20 0 0 1 26 0M74 60a10 10 0 0 1 12 0" />
      <circle className={full} cx="80" cy="67" r="2.500" />
      <path className={brand} d="m60 30 40 40" />
    </Slip>
  ),
  pairing: (
    <Slip>
      <path d="M58 36v-6h6M102 36v-6h-6M58 60v6h6M102 60v6h-6" />
      <path className={brand} d="M68 40h7v7h-7zM85 40h7v7h-7zM68 54h7v3M85 54h3m4 0v3h-4" />
    </Slip>
  ),
} satisfies Record<string, ReactNode>

export type IllustrationName = keyof typeof PICTURES

/** One line style for every trouble and every empty list. Decoration: the words stand beside it. */
export function Illustration({ name }: { readonly name: IllustrationName }) {
  return (
    <svg
      aria-hidden
      className={styles['picture']}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="2"
      viewBox="24 8 112 96"
    >
      <circle className={styles['ground']} cx="80" cy="56" r="46" stroke="none" />
      {PICTURES[name]}
    </svg>
  )
}
