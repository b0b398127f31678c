/** Icons of one hand: 16 px, strokes of 1.25. Always beside a word, or in an IconButton with a label. */
import type { ReactNode } from 'react'

function icon(children: ReactNode) {
  return function Icon({ className = '' }: { className?: string }) {
    return (
      <svg className={`icon ${className}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {children}
      </svg>
    )
  }
}

export const CorpusIcon = icon(
  <>
    <ellipse cx="8" cy="3.75" rx="5" ry="2" />
    <path d="M3 3.75v8.5c0 1.1 2.24 2 5 2s5-.9 5-2v-8.5M3 8c0 1.1 2.24 2 5 2s5-.9 5-2" />
  </>,
)
export const PostsIcon = icon(
  <>
    <path d="M2.5 3.5h11M2.5 6.5h8M2.5 9.5h11M2.5 12.5h6" />
  </>,
)
export const TimelineIcon = icon(
  <>
    <path d="M2 13.5h12M3.5 11V9M6.5 11V5M9.5 11V7M12.5 11V3" />
  </>,
)
export const NetworkIcon = icon(
  <>
    <circle cx="4" cy="4" r="1.75" />
    <circle cx="12" cy="5.5" r="1.75" />
    <circle cx="6.5" cy="12" r="1.75" />
    <path d="m5.7 4.35 4.6.8M4.6 5.65l1.35 4.7M10.9 6.9l-3.3 3.75" />
  </>,
)
export const CodingIcon = icon(
  <>
    <path d="M8.4 2.5h4.1a1 1 0 0 1 1 1v4.1L7.8 13.3a1 1 0 0 1-1.4 0L2.7 9.6a1 1 0 0 1 0-1.4z" />
    <circle cx="10.75" cy="5.25" r=".9" />
  </>,
)
export const ExportIcon = icon(
  <>
    <path d="M8 10V2.5M5 5.25 8 2.5l3 2.75M3 9.5v3a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1v-3" />
  </>,
)
export const ImportIcon = icon(
  <>
    <path d="M8 2.5V10M5 7.25 8 10l3-2.75M3 9.5v3a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1v-3" />
  </>,
)
export const SearchIcon = icon(
  <>
    <circle cx="7" cy="7" r="4.25" />
    <path d="m10.25 10.25 3.25 3.25" />
  </>,
)
export const CloseIcon = icon(
  <>
    <path d="m4 4 8 8M12 4l-8 8" />
  </>,
)
export const UndoIcon = icon(
  <>
    <path d="M3 6h6.5a3.5 3.5 0 0 1 0 7H6M5.75 3.25 3 6l2.75 2.75" />
  </>,
)
export const RedoIcon = icon(
  <>
    <path d="M13 6H6.5a3.5 3.5 0 0 0 0 7H10M10.25 3.25 13 6l-2.75 2.75" />
  </>,
)
export const PinIcon = icon(
  <>
    <path d="M5.5 2.5h5l-.75 4 2.25 2.5H4l2.25-2.5zM8 9v4.5" />
  </>,
)
export const ChevronDownIcon = icon(
  <>
    <path d="m4.5 6.25 3.5 3.5 3.5-3.5" />
  </>,
)
export const ChevronLeftIcon = icon(
  <>
    <path d="m9.75 4.5-3.5 3.5 3.5 3.5" />
  </>,
)
export const PlusIcon = icon(
  <>
    <path d="M8 3v10M3 8h10" />
  </>,
)
export const MinusIcon = icon(
  <>
    <path d="M3 8h10" />
  </>,
)
export const CheckIcon = icon(
  <>
    <path d="m3.5 8.5 3 3 6-7" />
  </>,
)
export const WarningIcon = icon(
  <>
    <path d="M8 2.5 14 13H2zM8 6.5v3M8 11.2v.1" />
  </>,
)
export const InfoIcon = icon(
  <>
    <circle cx="8" cy="8" r="5.75" />
    <path d="M8 7.25v3.5M8 5.1v.1" />
  </>,
)
export const CoderIcon = icon(
  <>
    <circle cx="8" cy="5.25" r="2.5" />
    <path d="M3 13.5c.4-2.6 2.3-4 5-4s4.600 1.400 5 4" />
  </>,
)
export const SunIcon = icon(
  <>
    <circle cx="8" cy="8" r="2.75" />
    <path d="M8 1.75v1.5M8 12.75v1.5M1.75 8h1.500M12.750 8h1.500M3.600 3.600l1.050 1.050M11.350 11.350l1.050 1.050M12.400 3.600l-1.050 1.050M4.650 11.350 3.600 12.400" />
  </>,
)
export const LanguageIcon = icon(
  <>
    <circle cx="8" cy="8" r="5.75" />
    <path d="M2.25 8h11.500M8 2.250c2 1.700 2.900 3.600 2.900 5.750S10 12.050 8 13.750C6 12.050 5.100 10.150 5.100 8S6 3.950 8 2.250" />
  </>,
)
export const ClockIcon = icon(
  <>
    <circle cx="8" cy="8" r="5.75" />
    <path d="M8 4.75V8l2.250 1.500" />
  </>,
)
export const FolderIcon = icon(
  <>
    <path d="M2.500 12.500v-9h4l1.500 2h5.500v7z" />
  </>,
)
export const FileIcon = icon(
  <>
    <path d="M4 2.500h5l3 3v8H4zM9 2.500v3h3" />
  </>,
)
export const MemoIcon = icon(
  <>
    <path d="M3 3.500h10v7l-3 3H3zM13 10.500h-3v3M5.500 6.500h5M5.500 9h3" />
  </>,
)
export const LinkIcon = icon(
  <>
    <path d="M7 9a2.500 2.500 0 0 0 3.600.2l2-2A2.500 2.500 0 0 0 9 3.700l-.8.8M9 7a2.500 2.500 0 0 0-3.600-.2l-2 2A2.500 2.500 0 0 0 7 12.300l.8-.8" />
  </>,
)
export const CopyIcon = icon(
  <>
    <path d="M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3" />
  </>,
)
export const EditIcon = icon(
  <>
    <path d="m10.500 3 2.500 2.500-7 7-3 .5.5-3zM9 4.500 11.500 7" />
  </>,
)
