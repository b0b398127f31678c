/** What a decision means: taken back or made, and whether the post is done with it. */
import { fold } from '../../../shared/text/fold.ts'
import type { Code, Coding } from '../../../shared/model.ts'

/** Standing codings of one coder; the others' stay out of sight. */
export function ownCodings(codings: readonly Coding[], coder: string | null): Coding[] {
  return codings.filter((each) => each.coder === coder && each.endedAtMs === null)
}

/** The value that already stands, chosen again, is taken back. */
export function nextValue(own: readonly Coding[], codeId: number, chosen: string): string | null {
  return own.find((each) => each.codeId === codeId)?.value === chosen ? null : chosen
}

/**
 * Whether the next post comes by itself: a stance was taken that was the last one missing. Correcting a post that was
 * complete before does not leave it, nor do claims and themes, of which nobody can know how many there will be.
 */
export function completesPost(
  codes: readonly Code[],
  before: readonly Coding[],
  after: readonly Coding[],
): boolean {
  const targets = codes.filter(({ kind }) => kind === 'target')
  const isDecided = (codings: readonly Coding[]) =>
    targets.every(({ id }) => codings.some(({ codeId }) => codeId === id))
  return targets.length > 0 && !isDecided(before) && isDecided(after)
}

/** Claims whose number or statement holds what was typed, whatever its width or case; the number alone comes first. */
export function findClaims(codes: readonly Code[], typed: string): Code[] {
  const sought = fold(typed.trim())
  const claims = codes.filter(({ kind }) => kind === 'claim')
  if (sought === '') return claims
  const exact = claims.filter(({ shortName }) => fold(shortName) === sought)
  const holding = claims.filter(
    (each) => !exact.includes(each) && `${fold(each.shortName)} ${fold(each.name)}`.includes(sought),
  )
  return [...exact, ...holding]
}
