import { labels } from '../../src/domain/labels.ts'
import type { Contact } from '../../src/schema/types.ts'

/** Ways to reach somebody; a number can be called from a phone. */
export function Contacts({ title, contacts }: { title: string; contacts: readonly Contact[] }) {
  return (
    <div class="contacts">
      <h3>{title}</h3>
      {contacts.length === 0 && <p>未注明。</p>}
      <ul>
        {contacts.map((contact) => (
          <li key={contact.way + contact.value}>
            <span class="contact-way">{labels.contactWay[contact.way]}</span>
            <ContactValue contact={contact} />
            {contact.note && <span class="hint">{contact.note}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function ContactValue({ contact: { way, value } }: { contact: Contact }) {
  if (way === 'phone' && /^[\d\s-]{3,20}$/.test(value))
    return <a href={`tel:${value.replaceAll(/\s/g, '')}`}>{value}</a>
  if (way === 'web' && /^https?:\/\//.test(value)) return <a href={value}>{value}</a>
  return <span>{value}</span>
}
