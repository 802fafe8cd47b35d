import type { ComponentType, ReactNode } from 'react'
import { use, useId } from 'react'
import { Badge } from '../light/badge'
import { VisuallyHidden } from '../light/visually-hidden'
import type { Tone } from '../tone'
import { CloseMenu } from './close-menu'
import styles from './side-nav.module.css'

export interface NavItem {
  readonly href: string
  readonly label: string
  readonly icon: ReactNode
  readonly current?: boolean
  /** How many wait there; zero shows nothing. */
  readonly waiting?: number | undefined
  /** What the number counts, read aloud after it. */
  readonly waitingLabel?: string
  readonly tone?: Tone
}

export interface NavGroup {
  readonly title?: string
  readonly items: readonly NavItem[]
}

/** What a router's link must accept to stand in for `<a>`. */
export interface LinkProps {
  readonly href: string
  readonly className?: string | undefined
  readonly 'aria-current'?: 'page' | undefined
  readonly onClick?: (() => void) | undefined
  readonly children: ReactNode
}

export interface SideNavProps {
  readonly label: string
  readonly groups: readonly NavGroup[]
  /** The router's link; a plain anchor when left out. */
  readonly link?: ComponentType<LinkProps>
}

function PlainLink(props: LinkProps) {
  return <a {...props}>{props.children}</a>
}

export function SideNav({ label, groups, link = PlainLink }: SideNavProps) {
  return (
    <nav aria-label={label} className={styles['nav']}>
      {groups.map((group, index) => (
        <Group group={group} key={group.title ?? index} link={link} />
      ))}
    </nav>
  )
}

interface GroupProps {
  readonly group: NavGroup
  readonly link: ComponentType<LinkProps>
}

function Group({ group, link: Link }: GroupProps) {
  const closeMenu = use(CloseMenu)
  const titleId = useId()
  return (
    <div>
      {group.title !== undefined && (
        <p className={styles['title']} id={titleId}>
          {group.title}
        </p>
      )}
      <ul
        aria-labelledby={group.title === undefined ? undefined : titleId}
        className={styles['list']}
      >
        {group.items.map((item) => (
          <li key={item.href}>
            <Link
              aria-current={item.current === true ? 'page' : undefined}
              className={styles['item']}
              href={item.href}
              onClick={closeMenu}
            >
              {item.icon}
              <span className={styles['label']}>{item.label}</span>
              {item.waiting !== undefined && item.waiting > 0 && (
                <Badge tone={item.tone ?? 'brand'}>
                  {item.waiting}
                  {item.waitingLabel !== undefined && (
                    <VisuallyHidden> {item.waitingLabel}</VisuallyHidden>
                  )}
                </Badge>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
