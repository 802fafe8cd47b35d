import { buttonClass, type ButtonLook, cx } from '@counterfoil/ui'
import { Link, type LinkProps } from 'react-router'
import { usePath } from '../session/merchant'

export interface LinkToProps extends Omit<LinkProps, 'to'> {
  /** A page of the merchant whose books are open, such as `/ledger?card=…`. */
  readonly to: string
  /** To look like a button. */
  readonly look?: ButtonLook
}

export function LinkTo({ to, look, className, children, ...rest }: LinkToProps) {
  const path = usePath()
  return (
    <Link {...rest} className={cx(look && buttonClass(look), className)} to={path(to)}>
      {look?.icon}
      {children}
    </Link>
  )
}
