#!/bin/sh
# Makes .venv with the Python packages that the tests against Keras need, once, and anew where the list of packages changed.
# Never fails: without them those tests are skipped, and the build says so at its end.
cd "$(dirname "$0")/../../.." || exit 0
wanted=notebooks/requirements.txt
[ -z "${RAGAN_PYTHON:-}" ] || exit 0               # somebody's own Python
cmp -s "$wanted" .venv/requirements.txt && exit 0  # done before
if [ -x .venv/bin/python ] && [ ! -e .venv/requirements.txt ] \
  && .venv/bin/python -c 'import tensorflow, keras, h5py, nbclient' 2>/dev/null; then
  exit 0 # made by hand, and it works
fi
command -v python3 >/dev/null || exit 0
echo "preparing Python for the tests against Keras in .venv, which takes a few minutes once"
if python3 -m venv .venv && .venv/bin/pip install --quiet -r "$wanted"; then
  cp "$wanted" .venv/requirements.txt
else
  echo "Python's packages could not be installed; the tests that need them will be skipped"
  rm -rf .venv
fi
