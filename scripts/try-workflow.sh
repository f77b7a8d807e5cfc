#!/usr/bin/env bash
# Runs a workflow of this repository on this machine with nektos/act, and no action is fetched: those that
# move files to and fro are played by a few lines of shell. Linux; act and Node.js must be in PATH.
#
#   scripts/try-workflow.sh end-to-end.yml
#   scripts/try-workflow.sh check-accounts.yml --input shards=3 --input name=trial \
#     --secret accounts="$(cat accounts.yml)"
set -euo pipefail
cd "$(dirname "$0")/.."
workflow=.github/workflows/$1
shift

trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT
# What a checkout would give: the files of the last commit, with dist/ as it is built now.
mkdir "$trial/source"
git archive HEAD | tar -x -C "$trial/source"
cp -r dist "$trial/source"

stand_in() { # action, shell: $NAME and $FOLDER are the inputs of the action
  mkdir "$trial/$1"
  cat >"$trial/$1/action.yml" <<YAML
name: $1
description: stands in for actions/$1
inputs: { name: { description: x }, pattern: { description: x }, path: { description: x } }
runs:
  using: composite
  steps:
    - shell: bash
      env:
        NAME: \${{ inputs.name || inputs.pattern }}
        FOLDER: \${{ inputs.path }}
      run: $2
YAML
}
stand_in checkout "cp -r '$trial/source'/. ."
stand_in setup-node 'node --version'
stand_in upload-artifact "mkdir -p '$trial/artifacts' && cp -r \"\$FOLDER\" '$trial/artifacts/'\"\$NAME\""
stand_in download-artifact "mkdir -p \"\$FOLDER\" && cp -r '$trial/artifacts'/\$NAME/. \"\$FOLDER\""

replacements=()
for action in $(grep -oE 'actions/[a-z-]+@[0-9a-f]{40}' "$workflow" | sort -u); do
  name=${action#actions/}
  replacements+=(--local-repository "$action=$trial/${name%@*}")
done
event=$(grep -qE '^  workflow_dispatch:' "$workflow" && echo workflow_dispatch || echo workflow_call)
act "$event" --workflows "$workflow" --platform ubuntu-latest=-self-hosted "${replacements[@]}" "$@"
