import styles from './facts.module.css'

/** Keys as they are printed: `<KeyHint keys={['j', 'k']} />`. */
export function KeyHint({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={styles['keys']}>
      {keys.map((key) => (
        <kbd className={styles['key']} key={key}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
