import { describe, expect, it } from 'vitest'
import { isComposing, keyNames, matchesKeys } from './keys.ts'

const press = (key: string, modifiers = '', code?: string) => ({
  key,
  ...(code ? { code } : {}),
  ctrlKey: modifiers.includes('c'),
  metaKey: modifiers.includes('m'),
  altKey: modifiers.includes('a'),
  shiftKey: modifiers.includes('s'),
})

describe('keys', () => {
  it('reads Mod as Ctrl, on a Mac as Cmd', () => {
    expect(matchesKeys('Mod+Z', press('z', 'c'), false)).toBe(true)
    expect(matchesKeys('Mod+Z', press('z', 'm'), true)).toBe(true)
    expect(matchesKeys('Mod+Z', press('z', 'c'), true)).toBe(false)
    expect(matchesKeys('Mod+Z', press('z', 'cs'), false)).toBe(false)
    expect(matchesKeys('Mod+Shift+Z', press('Z', 'cs'), false)).toBe(true)
  })

  it('takes signs as typed, whatever Shift had to do with them', () => {
    expect(matchesKeys('?', press('?', 's'), false)).toBe(true)
    expect(matchesKeys('/', press('/'), false)).toBe(true)
    expect(matchesKeys('/', press('/', 'c'), false)).toBe(false)
    expect(matchesKeys('+', press('+', 's'), false)).toBe(true)
  })

  it('takes digits by their place', () => {
    expect(matchesKeys('Mod+1', press('&', 'c', 'Digit1'), false)).toBe(true)
    expect(matchesKeys('Mod+1', press('1', 'c'), false)).toBe(true)
  })

  it('names keys for the machine', () => {
    expect(keyNames('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z'])
    expect(keyNames('Mod+Z', true)).toEqual(['⌘', 'Z'])
    expect(keyNames('ArrowDown', false)).toEqual(['↓'])
  })

  it('knows composition by either sign', () => {
    expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true)
    expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true)
    expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false)
  })
})
