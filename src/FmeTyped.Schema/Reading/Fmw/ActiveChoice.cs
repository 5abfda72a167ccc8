using System;
using System.Collections.Generic;

namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>An item of the GUI type ACTIVECHOICE: a choice, and the parameters that it switches off.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="SwitchedOff">The names of the parameters that nobody can fill in while it is chosen.</param>
internal sealed record ActiveChoice(string Value, IReadOnlyList<string> SwitchedOff)
{
    /// <summary>
    /// Reads <c>choice,PARAMETER,+PARAMETER+value</c>. With a plus or two, a choice fills a parameter in, which is the business of FME's form.
    /// </summary>
    public static ActiveChoice Read(string item)
    {
        int end = item.StartsWith("\"", StringComparison.Ordinal) ? item.IndexOf('"', 1) : -1;
        int comma = item.IndexOf(',', end + 1);
        string value = (comma < 0 ? item : item.Substring(0, comma)).Trim().Trim('"');
        var names = new List<string>();
        foreach (string part in comma < 0 ? [] : item.Substring(comma + 1).Split(','))
        {
            string name = part.Trim();
            if (name.Length > 0 && name[0] != '+')
            {
                names.Add(name);
            }
        }

        return new ActiveChoice(value, names);
    }
}
