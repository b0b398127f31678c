import { keyNames } from './keys.ts'

export function Kbd({ children }: { children: string }) {
  return <kbd className="kbd">{children}</kbd>
}

/** `<Keys keys="Mod+K" />` */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="kbds">
      {keyNames(keys).map((name) => (
        <Kbd key={name}>{name}</Kbd>
      ))}
    </span>
  )
}
