#!/bin/sh
# The keyring library, asked for the backend it would store a password in, names one that can't store.
#
# keyring 25.7.0 takes the viable backend with the highest priority, and says that 1 and more is recommended.
#  1. keyrings.google-artifactregistry-auth 1.1.2 (priority 9) and artifacts-keyring 1.0.0 (priority 9.9) read
#     credentials of package indexes only. Installed alone, each is the backend of every program in the
#     environment, and set_password ends with NotImplementedError, which is no keyring.errors.KeyringError.
#  2. keyring.backends.chainer has priority 10 as soon as two backends have one above 0: with keyrings.alt 5.0.2
#     and pycryptodome its members have 0.5 and 0.6, so that "priority >= 1" says nothing about what is used.
#
# Exits with 0 while that is so, and with 1 once it has changed. Needs Python and a package index.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder" XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data"
unset DBUS_SESSION_BUS_ADDRESS PYTHON_KEYRING_BACKEND || true

environment() {
    name=$1
    shift
    python3 -m venv "$folder/$name"
    "$folder/$name/bin/pip" install --quiet --disable-pip-version-check keyring==25.7.0 "$@"
}

environment google keyrings.google-artifactregistry-auth==1.1.2
environment azure artifacts-keyring==1.0.0
environment alt keyrings.alt==5.0.2 pycryptodome

cat > "$folder/store.py" <<'PYTHON'
import keyring, keyring.errors
backend = keyring.get_keyring()
try:
    keyring.set_password("a service", "a name", "a password")
    outcome = "stored"
except BaseException as error:
    outcome = f"{type(error).__name__}, a KeyringError: {isinstance(error, keyring.errors.KeyringError)}"
print(f"{type(backend).__name__} (priority {backend.priority}): {outcome}")
PYTHON

cat > "$folder/chain.py" <<'PYTHON'
import keyring
backend = keyring.get_keyring()
members = {type(one).__name__: one.priority for one in backend.backends}
print(f"{type(backend).__name__} (priority {backend.priority}): {members}")
PYTHON

told=$(
    "$folder/google/bin/python" "$folder/store.py"
    "$folder/azure/bin/python" "$folder/store.py"
    "$folder/alt/bin/python" "$folder/chain.py"
)
seen="GooglePythonAuth (priority 9): NotImplementedError, a KeyringError: False
ArtifactsKeyringBackend (priority 9.9): NotImplementedError, a KeyringError: False
ChainerBackend (priority 10): {'EncryptedKeyring': 0.6, 'PlaintextKeyring': 0.5}"
echo "$told"
[ "$told" = "$seen" ] || { echo "This has changed." >&2; exit 1; }
