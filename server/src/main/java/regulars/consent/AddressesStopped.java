package regulars.consent;

import java.util.List;

/** These addresses, keyed hashes of them, get nothing from now on; published in the transaction that stopped them. */
record AddressesStopped(Channel channel, List<byte[]> hashes, String reason) {
    AddressesStopped {
        hashes = List.copyOf(hashes);
    }
}
