import { Component, type ReactNode } from 'react'

export interface CrashGuardProps {
  readonly children: ReactNode
  /** What to show instead; `recover` builds the screens anew. */
  readonly instead: (recover: () => void) => ReactNode
  readonly onCrash: (error: unknown) => void
}

/** An exception in a screen ends that screen, never the tablet: the queue lives elsewhere. */
export class CrashGuard extends Component<CrashGuardProps, { readonly crashed: boolean }> {
  override state = { crashed: false }

  static getDerivedStateFromError() {
    return { crashed: true }
  }

  override componentDidCatch(error: unknown): void {
    this.props.onCrash(error)
  }

  override render(): ReactNode {
    const { children, instead } = this.props
    return this.state.crashed ? instead(() => this.setState({ crashed: false })) : children
  }
}
