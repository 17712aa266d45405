# Completion of hiproutine for fish: “hiproutine completion install fish” puts it in its place.
function __hiproutine_answer
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program (string replace -r '^~' $HOME -- $words[1])
    set -e words[1]
    for line in ($program completion answer fish $words "$current" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path "$current"
        else
            echo -- $line
        end
    end
end
complete -c hiproutine -f -a '(__hiproutine_answer)'
