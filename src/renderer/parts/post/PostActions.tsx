import { useTranslation } from 'react-i18next'
import { work } from '../../state/store.ts'
import { Button, CodingIcon, CopyIcon, showToast } from '../../ui/index.ts'
import type { PostDetail } from './types.ts'

/** Without the asynchronous clipboard, which this window has no permission for, the old command does. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const put = (event: ClipboardEvent) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      event.clipboardData?.setData('text/plain', text)
    }
    document.addEventListener('copy', put, { capture: true })
    try {
      return document.execCommand('copy')
    } finally {
      document.removeEventListener('copy', put, { capture: true })
    }
  }
}

export function PostActions({ post }: { post: PostDetail }) {
  const { t } = useTranslation()
  const copyText = async () =>
    showToast({ message: (await copy(post.text)) ? t('posts.copied') : t('posts.notCopied') })
  return (
    <div className="post-actions">
      <Button
        small
        onPress={() => {
          work.select(post.id)
          work.show('coding')
        }}
      >
        <CodingIcon />
        {t('posts.code')}
      </Button>
      <Button small kind="quiet" onPress={() => void copyText()}>
        <CopyIcon />
        {t('posts.copy')}
      </Button>
    </div>
  )
}
