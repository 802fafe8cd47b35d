import type { LinkProps } from '@counterfoil/ui/console'
import { Link } from 'react-router'

/** The router's link in the shape that the side navigation asks for. */
export function RouterLink({ href, children, ...rest }: LinkProps) {
  return (
    <Link {...rest} to={href}>
      {children}
    </Link>
  )
}
