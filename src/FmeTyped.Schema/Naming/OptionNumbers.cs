using System;
using System.Collections.Generic;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Naming;

/// <summary>
/// The numbers of option enums. C# compiles an enum member into its callers as a number, so the number is made of the wire value
/// alone: a caller compiled before an option was added still sends what its author meant. 0 is no option.
/// </summary>
internal static class OptionNumbers
{
    public static int[] From(EquatableArray<Choice> choices)
    {
        int[] numbers = new int[choices.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = NumberOf(choices[i], salt: 0);
        }

        // Two of 100 options share a number once in 400,000 parameters.
        if (!AreDifferent(numbers))
        {
            SetApart(numbers, choices);
        }

        return numbers;
    }

    private static int NumberOf(Choice choice, uint salt) => (int)(StableHash.From(choice.Value, salt) & 0x7FFFFFFF);

    private static bool AreDifferent(int[] numbers)
    {
        int[] sorted = (int[])numbers.Clone();
        Array.Sort(sorted);
        int last = 0;
        foreach (int number in sorted)
        {
            if (number == last)
            {
                return false;
            }

            last = number;
        }

        return true;
    }

    // The option that is ordinally later gives way.
    private static void SetApart(int[] numbers, EquatableArray<Choice> choices)
    {
        int[] order = new int[numbers.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (left, right) => string.CompareOrdinal(choices[left].Value, choices[right].Value));

        var taken = new HashSet<int> { 0 };
        foreach (int index in order)
        {
            for (uint salt = 1; !taken.Add(numbers[index]); salt++)
            {
                numbers[index] = NumberOf(choices[index], salt);
            }
        }
    }
}
