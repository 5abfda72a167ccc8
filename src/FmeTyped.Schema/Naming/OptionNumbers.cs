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
        int[] order = new int[choices.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (left, right) => string.CompareOrdinal(choices[left].Value, choices[right].Value));

        // Two of 100 options share a number once in 400,000 parameters; the one that is ordinally later then gives way.
        int[] numbers = new int[order.Length];
        var taken = new HashSet<int> { 0 };
        foreach (int index in order)
        {
            uint salt = 0;
            do
            {
                numbers[index] = (int)(StableHash.From(choices[index].Value, salt++) & 0x7FFFFFFF);
            }
            while (!taken.Add(numbers[index]));
        }

        return numbers;
    }
}
