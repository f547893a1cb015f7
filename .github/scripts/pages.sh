#!/usr/bin/env bash
# Puts a built site on the branch that GitHub Pages serves:
#
#   pages.sh publish SITE      SITE becomes the root of the branch; the previews stay
#   pages.sh preview N SITE    SITE becomes its folder pr-N; all else stays
#   pages.sh remove N          the folder pr-N goes; all else stays
#   pages.sh previews          prints the numbers of the previews; all stays
#
# PAGES_REMOTE and PAGES_BRANCH name another repository or branch; GH_TOKEN, if set, is what pushes.
#
# The branch is one commit without parents, or every build of every preview would stay in the
# repository for ever. It is replaced only if nobody else has replaced it meanwhile (otherwise we
# begin again from what is there now), so no deployment undoes another. Its tree is put together
# from trees: what is in a site is stored, never checked out and never run.
set -euo pipefail

fail() {
  echo "pages.sh: $*" >&2
  exit 1
}

action=${1:-}
case "$action:$#" in
publish:2) number='' site=$2 what='the site' ;;
preview:3) number=$2 site=$3 what="pr-$2" ;;
remove:2) number=$2 site='' what="pr-$2" ;;
previews:1) number='' site='' what='' ;;
*) fail 'say publish SITE, preview N SITE, remove N or previews' ;;
esac
[[ $action == publish || $action == previews || $number =~ ^[1-9][0-9]*$ ]] || fail "'$number' is not the number of a pull request"
[[ $action == remove || $action == previews || -f $site/index.html ]] || fail "'$site' holds no built site"

remote=${PAGES_REMOTE:-${GITHUB_SERVER_URL:-}/${GITHUB_REPOSITORY:-}.git}
branch=refs/heads/${PAGES_BRANCH:-gh-pages}
build=${GITHUB_RUN_ID:-0}

export GIT_AUTHOR_NAME='github-actions[bot]' GIT_COMMITTER_NAME='github-actions[bot]'
export GIT_AUTHOR_EMAIL='41898282+github-actions[bot]@users.noreply.github.com'
export GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
export GIT_TERMINAL_PROMPT=0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
store() { git --git-dir="$work/store.git" "$@"; }
store init --quiet --bare
if [[ -n ${GH_TOKEN:-} ]]; then
  # Read from the environment when git asks: so the token stands in no file and no command line.
  # shellcheck disable=SC2016
  store config credential.helper \
    '!credentials() { echo username=x-access-token; echo "password=$GH_TOKEN"; }; credentials'
fi

# The tree of the built site, with a note of which build it is.
site_tree() {
  export GIT_INDEX_FILE=$work/index
  store -C "$site" --work-tree=. -c core.autocrlf=false add --all --force .
  local note
  note=$(echo "$build ${GITHUB_SHA:-}" | store hash-object -w --stdin)
  store update-index --add --cacheinfo "100644,$note,.deployed"
  store write-tree
}

# Sets `old` to the commit that the branch is at and `tree` to its tree; both are empty at first.
fetch() {
  local found
  old='' tree=$(store mktree </dev/null)
  found=$(store ls-remote "$remote" "$branch")
  if [[ -n $found ]]; then
    store fetch --quiet --depth=1 "$remote" "+$branch:refs/heads/old"
    old=$(store rev-parse refs/heads/old)
    tree=$(store rev-parse 'refs/heads/old^{tree}')
  fi
}

# The entries of a tree's root whose name does, or does not, match a pattern.
entries_like() { store ls-tree "$1" | awk -F'\t' -v pattern="$2" '$2 ~ pattern'; }
entries_unlike() { store ls-tree "$1" | awk -F'\t' -v pattern="$2" '$2 !~ pattern'; }

if [[ $action == previews ]]; then
  fetch
  entries_like "$tree" '^pr-[1-9][0-9]*$' | cut -f2 | cut -c4-
  exit 0
fi

# The tree that the branch should have, from the one it has. Jekyll would leave out files.
new_tree() {
  {
    case $action in
    publish)
      entries_unlike "$new" '^(pr-[0-9]+|[.]nojekyll)$'
      entries_like "$tree" '^pr-[0-9]+$'
      ;;
    preview)
      entries_unlike "$tree" "^(pr-$number|[.]nojekyll)\$"
      printf '040000 tree %s\tpr-%s\n' "$new" "$number"
      ;;
    remove)
      entries_unlike "$tree" "^(pr-$number|[.]nojekyll)\$"
      ;;
    esac
    printf '100644 blob %s\t.nojekyll\n' "$(store hash-object -w --stdin </dev/null)"
  } | store mktree
}

# Builds may end in another order than they began.
is_outdated() {
  local there
  there=$(store show "$tree:${number:+pr-$number/}.deployed" 2>/dev/null | cut -d' ' -f1) || there=0
  [[ $there =~ ^[0-9]+$ ]] && ((there > build))
}

new=''
[[ $action == remove ]] || new=$(site_tree)

for pause in 1 2 4 8 16 0; do
  fetch
  if [[ $action != remove ]] && is_outdated; then
    echo "A newer build of $what is there already."
    exit 0
  fi
  wanted=$(new_tree)
  if [[ $wanted == "$tree" ]]; then
    echo 'Nothing to change.'
    exit 0
  fi
  commit=$(store commit-tree "$wanted" -m "$action $what")
  if store push --quiet --force-with-lease="$branch:$old" "$remote" "$commit:$branch"; then
    echo "Done: $action $what."
    exit 0
  fi
  echo "The push did not go through; trying again in $pause s." >&2
  sleep "$pause"
done
fail "could not $action $what"
