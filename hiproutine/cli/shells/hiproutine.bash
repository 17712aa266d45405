# Completion of hiproutine for bash: “hiproutine completion install bash” puts it in its place.
_hiproutine() {
    local line program=${1/#\~/$HOME}
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            compopt -o default 2>/dev/null || while IFS= read -r line; do
                COMPREPLY+=("$line")
            done < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
        else
            COMPREPLY+=("${line%%$'\t'*}")
        fi
    done < <("$program" completion answer bash "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _hiproutine hiproutine
