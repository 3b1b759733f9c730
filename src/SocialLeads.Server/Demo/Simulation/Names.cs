using System.Globalization;

namespace SocialLeads.Server.Demo.Simulation;

/// <summary>Gives members readable ids, each only once.</summary>
internal sealed class Names(SeededRandom random)
{
    private static readonly string[] _first =
    [
        "maria", "jonas", "aisha", "pavel", "lucia", "henrik", "mei", "tomas", "fatima", "oliver", "ingrid", "rafael",
        "yuki", "samuel", "nadia", "erik", "chloe", "marek", "amara", "victor", "elena", "arjun", "sofie", "daniel",
        "leila", "hugo", "priya", "mateo", "anna", "kofi", "clara", "ivan", "zara", "paul", "noor", "felix",
        "greta", "omar", "julia", "bruno", "hana", "peter", "ines", "kwame", "laura", "stefan", "mina", "gabriel",
        "rosa", "anders", "tara", "diego", "vera", "luca", "salma", "martin", "emma", "karim", "olga", "theo",
        "naomi", "simon", "dina", "oscar", "petra", "ravi", "alma", "jakub", "ruth", "miguel", "lena", "yusuf",
        "carla", "emil", "asha", "robert", "nina", "andre", "helga", "tariq",
    ];

    private static readonly string[] _last =
    [
        "santos", "lindqvist", "okafor", "novak", "ferrari", "berg", "chen", "horvat", "haddad", "walker", "dahl", "costa",
        "tanaka", "mensah", "petrov", "johansson", "dubois", "kowalski", "diallo", "moreau", "rossi", "sharma", "jensen",
        "fischer", "rahimi", "martin", "iyer", "garcia", "keller", "boateng", "weber", "sokolov", "khan", "meyer", "aziz",
        "wagner", "olsen", "nasser", "silva", "conti", "sato", "svoboda", "pereira", "owusu", "romano", "popescu", "kim",
        "laurent", "alvarez", "nyberg", "murphy", "castillo", "ivanova", "bianchi", "farah", "schmidt", "brown", "saleh",
        "orlov", "papadakis", "cohen", "lambert", "yilmaz", "hansen", "vogel", "menon", "lopez", "zielinski", "stein",
        "ortega", "larsen", "demir", "vidal", "nilsson", "patel", "clarke", "toth", "girard", "haas", "ibrahim",
    ];

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>A name nobody has yet; a number is added where the plain name is taken.</summary>
    public string Next()
    {
        var plain = random.Pick(_first) + "." + random.Pick(_last);
        var name = plain;
        for (var number = 2; !_taken.Add(name); number++)
            name = plain + number.ToString(CultureInfo.InvariantCulture);

        return name;
    }
}
