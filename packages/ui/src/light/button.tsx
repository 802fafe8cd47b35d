import type { ComponentPropsWithRef, ReactNode } from 'react'
import { cx } from '../cx'
import styles from './button.module.css'

export interface ButtonLook {
  /** One `primary` per view; `danger` only for what cannot be undone. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined
  readonly size?: 'small' | 'medium' | 'large' | undefined
  /** As wide as its container. */
  readonly wide?: boolean | undefined
  readonly icon?: ReactNode
}

/** The classes of a button, for things that look like one but are something else. */
export function buttonClass({ variant = 'secondary', size = 'medium', wide }: ButtonLook): string {
  return cx(
    styles['button'],
    styles[variant],
    size !== 'medium' && styles[size],
    wide && styles['wide'],
  )
}

export interface ButtonProps extends ButtonLook, ComponentPropsWithRef<'button'> {
  /** Working on it: stays focusable, says so, and ignores further presses. */
  readonly busy?: boolean | undefined
}

export function Button(props: ButtonProps) {
  const { variant, size, wide, icon, busy, className, children, onClick, ...rest } = props
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy === true ? true : undefined}
      className={cx(buttonClass({ variant, size, wide }), busy && styles['busy'], className)}
      onClick={busy === true ? (event) => event.preventDefault() : onClick}
    >
      {icon}
      {children}
    </button>
  )
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'wide'> {
  /** Read aloud, and shown as a hint. */
  readonly label: string
  readonly icon: ReactNode
}

export function IconButton({
  label,
  icon,
  variant = 'quiet',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Button
      {...rest}
      aria-label={label}
      className={cx(styles['icon'], className)}
      title={label}
      variant={variant}
    >
      {icon}
    </Button>
  )
}

export interface LinkButtonProps extends ButtonLook, ComponentPropsWithRef<'a'> {
  readonly href: string
}

/** Goes somewhere, so it is a link; it only looks like a button. */
export function LinkButton(props: LinkButtonProps) {
  const { variant, size, wide, icon, className, children, ...rest } = props
  return (
    <a {...rest} className={cx(buttonClass({ variant, size, wide }), className)}>
      {icon}
      {children}
    </a>
  )
}
