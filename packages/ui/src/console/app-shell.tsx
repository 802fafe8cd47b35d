import MenuIcon from 'lucide-react/icons/menu'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useCommonText } from '../language'
import { IconButton } from '../light/button'
import styles from './app-shell.module.css'
import { CloseMenu } from './close-menu'

export interface AppShellProps {
  readonly brand: ReactNode
  /** Usually a `SideNav`, which closes the phone's menu once something was chosen. */
  readonly nav: ReactNode
  /** Who is signed in, language, theme: at the foot of the side. */
  readonly foot?: ReactNode
  /** Strips above everything, e.g. an admin acting on a merchant's behalf. */
  readonly banner?: ReactNode
  readonly children: ReactNode
}

/** Navigation at the left, work at the right; on a phone the navigation becomes a menu. */
export function AppShell({ brand, nav, foot, banner, children }: AppShellProps) {
  const words = useCommonText()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <a className={styles['skip']} href="#content">
        {words.skip_to_content}
      </a>
      {banner}
      <div className={styles['shell']}>
        <header className={styles['side']}>
          <div className={styles['brand']}>{brand}</div>
          {nav}
          <div className={styles['foot']}>{foot}</div>
        </header>
        <div className={styles['main']}>
          <header className={styles['top']}>
            {brand}
            <IconButton
              icon={<MenuIcon aria-hidden />}
              label={words.menu}
              onClick={() => setOpen(true)}
            />
          </header>
          <main className={styles['content']} id="content" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      <ModalOverlay
        className={styles['sheetOverlay'] ?? ''}
        isDismissable
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <Modal className={styles['sheet'] ?? ''}>
          <Dialog aria-label={words.menu}>
            <div className={styles['sheetHead']}>
              {brand}
              <IconButton icon={<X aria-hidden />} label={words.action.close} onClick={close} />
            </div>
            <CloseMenu value={close}>{nav}</CloseMenu>
            <div className={styles['foot']}>{foot}</div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}
