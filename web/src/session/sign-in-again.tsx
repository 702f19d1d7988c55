import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SignInForm } from './sign-in-form';
import styles from './sign-in.module.css';

/** The session ended while one was at work: one signs in here, over the page, which goes on where it was. */
export default function SignInAgain({ email }: { readonly email: string }) {
  return (
    <ModalOverlay isOpen isKeyboardDismissDisabled className={styles.veil}>
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog}>
          <Heading slot="title" level={2}>
            Reconnectez-vous
          </Heading>
          <p>Votre session est terminée. Ce que vous avez saisi est toujours là.</p>
          <SignInForm email={email} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
