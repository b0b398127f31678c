import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'

interface TabsProps<T extends string> {
  label: string
  value: T
  onChange: (value: T) => void
  tabs: { id: T; label: ReactNode; content: ReactNode }[]
  className?: string
}

export function Tabs<T extends string>({ label, value, onChange, tabs, className = '' }: TabsProps<T>) {
  return (
    <AriaTabs
      className={`tabs ${className}`}
      selectedKey={value}
      onSelectionChange={(key) => onChange(String(key) as T)}
    >
      <TabList aria-label={label} className="tab-list">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="tab">
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
