namespace FmeTyped.Schema.Json;

/// <summary>The grammar of JSON numbers.</summary>
internal static class JsonNumberGrammar
{
    /// <summary>The error in a number; null if there is none.</summary>
    public static string? FindProblem(string number)
    {
        if (number[0] == '+')
        {
            return "a number must not start with '+'";
        }

        int index = number[0] == '-' ? 1 : 0;
        int digits = CountDigits(number, index);
        if (digits == 0)
        {
            return index == 1 ? "a digit must follow the '-' of a number" : "a digit must precede the '.' of a number";
        }

        if (digits > 1 && number[index] == '0')
        {
            return "a number must not start with 0, unless it is 0 or a '.' follows";
        }

        index += digits;
        if (index < number.Length && number[index] == '.')
        {
            digits = CountDigits(number, index + 1);
            if (digits == 0)
            {
                return "a digit must follow the '.' of a number";
            }

            index += 1 + digits;
        }

        if (index < number.Length && number[index] is 'e' or 'E')
        {
            index++;
            if (index < number.Length && number[index] is '+' or '-')
            {
                index++;
            }

            digits = CountDigits(number, index);
            if (digits == 0)
            {
                return "a digit must follow the exponent sign of a number";
            }

            index += digits;
        }

        return index == number.Length ? null : "this is not a JSON number; text must be in double quotes";
    }

    private static int CountDigits(string number, int start)
    {
        int index = start;
        while (index < number.Length && number[index] is >= '0' and <= '9')
        {
            index++;
        }

        return index - start;
    }
}
