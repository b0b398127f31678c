import { Component, type ReactNode } from 'react'
import { ErrorNote } from '../ui/states.tsx'

/** A view that fails takes neither the other views nor the window with it. */
export class ViewBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (!this.state.error) return this.props.children
    return (
      <div className="panel-body--padded">
        <ErrorNote error={this.state.error} onRetry={() => this.setState({ error: null })} />
      </div>
    )
  }
}
